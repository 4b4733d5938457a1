/**
 * The editor's desk in the browser: everything under {@code /desk}, for those who are signed in.
 * Behind the site: it prints on the site's paper, and nothing of it is public.
 *
 * <p>Doors: {@link org.slugline.site.desk.NewsDesk}.
 */
@NullMarked
package org.slugline.site.desk;

import org.jspecify.annotations.NullMarked;
