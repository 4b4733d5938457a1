/**
 * The database file, its migrations and transactions; no table's meaning.
 *
 * <p>Doors: none.
 */
@NullMarked
package org.slugline.store;

import org.jspecify.annotations.NullMarked;
