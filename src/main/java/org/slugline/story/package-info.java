/**
 * Which coverage belongs together, and why.
 *
 * <p>Doors: {@link org.slugline.story.Neighbours}, {@link org.slugline.story.Engine}, {@link
 * org.slugline.story.Piece}, {@link org.slugline.story.Placement}, {@link
 * org.slugline.story.Placed}, {@link org.slugline.story.Reasons}, {@link
 * org.slugline.story.Grouping}, {@link org.slugline.story.Grouper}, {@link
 * org.slugline.story.Outlook}, {@link org.slugline.story.Stories}, {@link
 * org.slugline.story.Story}, {@link org.slugline.story.StoryPiece}, {@link
 * org.slugline.story.Related}, {@link org.slugline.story.RelatedPiece}, {@link
 * org.slugline.story.Rehearsal}, {@link org.slugline.story.Ledger}, {@link
 * org.slugline.story.Sighting}, {@link org.slugline.story.Wording}, {@link
 * org.slugline.story.Growth}, {@link org.slugline.story.Terms}.
 */
@NullMarked
package org.slugline.story;

import org.jspecify.annotations.NullMarked;
