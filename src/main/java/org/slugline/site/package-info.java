/**
 * Addresses, pages and answers over HTTP.
 *
 * <p>Doors: none.
 */
@NullMarked
package org.slugline.site;

import org.jspecify.annotations.NullMarked;
