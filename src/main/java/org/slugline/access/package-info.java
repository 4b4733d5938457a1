/**
 * Tokens, sessions and the audit: who may do what, and who did.
 *
 * <p>Doors: {@link org.slugline.access.Tokens}, {@link org.slugline.access.Token}, {@link
 * org.slugline.access.Scope}, {@link org.slugline.access.Principal}, {@link
 * org.slugline.access.Audit}, {@link org.slugline.access.NewToken}, {@link
 * org.slugline.access.Sessions}, {@link org.slugline.access.AuditTable}.
 */
@NullMarked
package org.slugline.access;

import org.jspecify.annotations.NullMarked;
