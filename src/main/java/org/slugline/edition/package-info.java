/**
 * What goes into each named feed, and its finished bytes.
 *
 * <p>Doors: {@link org.slugline.edition.Masthead}, {@link org.slugline.edition.EditionSettings},
 * {@link org.slugline.edition.Edition}, {@link org.slugline.edition.Subject}, {@link
 * org.slugline.edition.FeedName}, {@link org.slugline.edition.Piece}, {@link
 * org.slugline.edition.Pieces}, {@link org.slugline.edition.PieceList}, {@link
 * org.slugline.edition.Cursor}, {@link org.slugline.edition.Editions}, {@link
 * org.slugline.edition.Printing}, {@link org.slugline.edition.Preflight}, {@link
 * org.slugline.edition.Collection}, {@link org.slugline.edition.Imprints}, {@link
 * org.slugline.edition.FeedRows}, {@link org.slugline.edition.SiteRows}, {@link
 * org.slugline.edition.Galley}.
 */
@NullMarked
package org.slugline.edition;

import org.jspecify.annotations.NullMarked;
