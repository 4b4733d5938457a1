/**
 * Addresses, pages and answers over HTTP.
 *
 * <p>Doors: {@link org.slugline.site.Site}, {@link org.slugline.site.SiteSettings}, {@link
 * org.slugline.site.Newsroom}.
 */
@NullMarked
package org.slugline.site;

import org.jspecify.annotations.NullMarked;
