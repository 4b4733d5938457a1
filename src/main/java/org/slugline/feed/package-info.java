/**
 * RSS, Atom, JSON Feed and OPML: bytes to and from one model. Reader and writers are ours; Rome is
 * the second opinion in the tests.
 *
 * <p>Doors: {@link org.slugline.feed.Feed}, {@link org.slugline.feed.Entry}, {@link
 * org.slugline.feed.Text}, {@link org.slugline.feed.Person}, {@link org.slugline.feed.Category},
 * {@link org.slugline.feed.Link}, {@link org.slugline.feed.Enclosure}, {@link
 * org.slugline.feed.Media}, {@link org.slugline.feed.Image}, {@link org.slugline.feed.Source},
 * {@link org.slugline.feed.Stamp}, {@link org.slugline.feed.Tombstone}, {@link
 * org.slugline.feed.Opml}, {@link org.slugline.feed.OutletList}, {@link
 * org.slugline.feed.OutletReading}, {@link org.slugline.feed.FeedReader}, {@link
 * org.slugline.feed.Reading}, {@link org.slugline.feed.Format}, {@link
 * org.slugline.feed.Discovery}, {@link org.slugline.feed.Sitemap}.
 */
@NullMarked
package org.slugline.feed;

import org.jspecify.annotations.NullMarked;
