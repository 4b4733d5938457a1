/**
 * One full-text index over all coverage.
 *
 * <p>Doors: none.
 */
@NullMarked
package org.slugline.search;

import org.jspecify.annotations.NullMarked;
