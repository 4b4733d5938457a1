/**
 * What RFC 9110 and 9111 say about a message, as values.
 *
 * <p>Doors: {@link org.slugline.http.EntityTag}, {@link org.slugline.http.Conditional}, {@link
 * org.slugline.http.Freshness}, {@link org.slugline.http.HttpDate}.
 */
@NullMarked
package org.slugline.http;

import org.jspecify.annotations.NullMarked;
