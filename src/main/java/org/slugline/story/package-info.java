/**
 * Which coverage belongs together, and why.
 *
 * <p>Doors: none.
 */
@NullMarked
package org.slugline.story;

import org.jspecify.annotations.NullMarked;
