/**
 * Words and markup: sanitising, Markdown, excerpts, slugs.
 *
 * <p>Doors: {@link org.slugline.text.SafeHtml}, {@link org.slugline.text.Sanitizer}, {@link
 * org.slugline.text.Markdown}, {@link org.slugline.text.Excerpt}, {@link org.slugline.text.Slug},
 * {@link org.slugline.text.Words}, {@link org.slugline.text.Links}, {@link
 * org.slugline.text.WebPage}.
 */
@NullMarked
package org.slugline.text;

import org.jspecify.annotations.NullMarked;
