/**
 * What goes into each named feed, and its finished bytes.
 *
 * <p>Doors: none.
 */
@NullMarked
package org.slugline.edition;

import org.jspecify.annotations.NullMarked;
