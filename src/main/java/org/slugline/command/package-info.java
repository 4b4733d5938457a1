/**
 * The terminal: one file a command.
 *
 * <p>Doors: {@link org.slugline.command.Main}.
 */
@NullMarked
package org.slugline.command;

import org.jspecify.annotations.NullMarked;
