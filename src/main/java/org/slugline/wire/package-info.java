/**
 * Other outlets: polled politely, their items kept.
 *
 * <p>Doors: none.
 */
@NullMarked
package org.slugline.wire;

import org.jspecify.annotations.NullMarked;
