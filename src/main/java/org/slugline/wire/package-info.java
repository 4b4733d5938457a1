/**
 * Other outlets: polled politely, their items kept.
 *
 * <p>Doors: {@link org.slugline.wire.Manners}, {@link org.slugline.wire.Outlet}, {@link
 * org.slugline.wire.Outlets}, {@link org.slugline.wire.Item}, {@link
 * org.slugline.wire.ItemVersion}, {@link org.slugline.wire.Items}, {@link org.slugline.wire.Poll},
 * {@link org.slugline.wire.Polls}, {@link org.slugline.wire.Poller}, {@link
 * org.slugline.wire.PollRequest}, {@link org.slugline.wire.PollReport}, {@link
 * org.slugline.wire.Subscription}, {@link org.slugline.wire.Subscriptions}, {@link
 * org.slugline.wire.Subscribed}, {@link org.slugline.wire.Due}, {@link org.slugline.wire.Doctor},
 * {@link org.slugline.wire.Finding}, {@link org.slugline.wire.Finder}, {@link
 * org.slugline.wire.Keep}, {@link org.slugline.wire.Retention}.
 */
@NullMarked
package org.slugline.wire;

import org.jspecify.annotations.NullMarked;
