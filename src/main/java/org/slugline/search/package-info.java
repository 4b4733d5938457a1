/**
 * One full-text index over all coverage.
 *
 * <p>Doors: {@link org.slugline.search.Search}, {@link org.slugline.search.Query}, {@link
 * org.slugline.search.Found}, {@link org.slugline.search.Hit}.
 */
@NullMarked
package org.slugline.search;

import org.jspecify.annotations.NullMarked;
