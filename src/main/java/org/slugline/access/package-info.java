/**
 * Tokens, sessions and the audit.
 *
 * <p>Doors: none.
 */
@NullMarked
package org.slugline.access;

import org.jspecify.annotations.NullMarked;
