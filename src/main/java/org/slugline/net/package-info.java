/**
 * One guarded exchange with a stranger.
 *
 * <p>Doors: {@link org.slugline.net.Exchange}, {@link org.slugline.net.Ask}, {@link
 * org.slugline.net.Answer}, {@link org.slugline.net.Validators}, {@link org.slugline.net.Limits},
 * {@link org.slugline.net.Trouble}, {@link org.slugline.net.WebAddress}, {@link
 * org.slugline.net.AddressGuard}, {@link org.slugline.net.Turnstile}, {@link
 * org.slugline.net.Room}.
 */
@NullMarked
package org.slugline.net;

import org.jspecify.annotations.NullMarked;
