/**
 * Our own articles: filed, revised, released, withdrawn.
 *
 * <p>Doors: {@link org.slugline.desk.Desk}, {@link org.slugline.desk.DeskSettings}, {@link
 * org.slugline.desk.Draft}, {@link org.slugline.desk.Edit}, {@link org.slugline.desk.Kind}, {@link
 * org.slugline.desk.Filing}, {@link org.slugline.desk.Retry}, {@link org.slugline.desk.Fault},
 * {@link org.slugline.desk.Manuscript}, {@link org.slugline.desk.ArticleJson}, {@link
 * org.slugline.desk.Article}, {@link org.slugline.desk.Life}, {@link org.slugline.desk.ArticleRow},
 * {@link org.slugline.desk.State}, {@link org.slugline.desk.Author}, {@link
 * org.slugline.desk.Picture}, {@link org.slugline.desk.Clip}, {@link org.slugline.desk.Cited},
 * {@link org.slugline.desk.Articles}, {@link org.slugline.desk.Version}, {@link
 * org.slugline.desk.Correction}, {@link org.slugline.desk.Tombstone}, {@link
 * org.slugline.desk.Label}, {@link org.slugline.desk.Shelf}, {@link org.slugline.desk.Media},
 * {@link org.slugline.desk.MediaTable}, {@link org.slugline.desk.Asset}, {@link
 * org.slugline.desk.Requests}, {@link org.slugline.desk.FolderFiling}, {@link
 * org.slugline.desk.Publishing}, {@link org.slugline.desk.ArchiveFiling}, {@link
 * org.slugline.desk.FolderWatch}, {@link org.slugline.desk.Reprint}, {@link
 * org.slugline.desk.Sheet}, {@link org.slugline.desk.FileOutcome}, {@link
 * org.slugline.desk.FilingTable}, {@link org.slugline.desk.Overview}.
 */
@NullMarked
package org.slugline.desk;

import org.jspecify.annotations.NullMarked;
