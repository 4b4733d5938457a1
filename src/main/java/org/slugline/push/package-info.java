/**
 * Telling others: hub, pings, webhooks.
 *
 * <p>Doors: none.
 */
@NullMarked
package org.slugline.push;

import org.jspecify.annotations.NullMarked;
