/**
 * Addresses, pages and answers over HTTP.
 *
 * <p>Doors: {@link org.slugline.site.Site}, {@link org.slugline.site.SiteSettings}, {@link
 * org.slugline.site.Newsroom}, {@link org.slugline.site.Wing}, {@link org.slugline.site.Paths},
 * {@link org.slugline.site.Paper}, {@link org.slugline.site.Frame}, {@link
 * org.slugline.site.Times}, {@link org.slugline.site.Answers}, {@link org.slugline.site.Problem},
 * {@link org.slugline.site.Trouble}, {@link org.slugline.site.Proof}, {@link
 * org.slugline.site.Template}.
 */
@NullMarked
package org.slugline.site;

import org.jspecify.annotations.NullMarked;
