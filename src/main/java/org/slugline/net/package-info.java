/**
 * One guarded exchange with a stranger.
 *
 * <p>Doors: none.
 */
@NullMarked
package org.slugline.net;

import org.jspecify.annotations.NullMarked;
