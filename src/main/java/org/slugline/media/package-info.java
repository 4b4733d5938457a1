/**
 * Pictures and sounds as bytes: what they are, how large, what they say of themselves, and the same
 * without what readers must not learn.
 *
 * <p>Doors: {@link org.slugline.media.Sort}, {@link org.slugline.media.Cleaning}, {@link
 * org.slugline.media.PictureWords}, {@link org.slugline.media.Unservable}.
 */
@NullMarked
package org.slugline.media;

import org.jspecify.annotations.NullMarked;
