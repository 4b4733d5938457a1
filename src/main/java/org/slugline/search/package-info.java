/**
 * One full-text index over all coverage.
 *
 * <p>Doors: {@link org.slugline.search.Search}, {@link org.slugline.search.Found}, {@link
 * org.slugline.search.Hit}, {@link org.slugline.search.Advice}, {@link org.slugline.search.Marks},
 * {@link org.slugline.search.Stretch}.
 */
@NullMarked
package org.slugline.search;

import org.jspecify.annotations.NullMarked;
