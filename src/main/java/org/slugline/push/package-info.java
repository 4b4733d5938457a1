/**
 * Telling others: hub, pings, webhooks.
 *
 * <p>Doors: {@link org.slugline.push.PushSettings}.
 */
@NullMarked
package org.slugline.push;

import org.jspecify.annotations.NullMarked;
