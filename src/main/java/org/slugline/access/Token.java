package org.slugline.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A token as stored; its secret is not.
 *
 * @param used the day it was last used, midnight UTC
 */
public record Token(String name, List<Scope> scopes, Instant created, Optional<Instant> used) {}
