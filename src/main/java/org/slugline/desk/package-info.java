/**
 * Our own articles: filed, revised, released, withdrawn.
 *
 * <p>Doors: none.
 */
@NullMarked
package org.slugline.desk;

import org.jspecify.annotations.NullMarked;
