/**
 * The database file, its migrations and transactions; no table's meaning.
 *
 * <p>Doors: {@link org.slugline.store.Database}, {@link org.slugline.store.Opening}, {@link
 * org.slugline.store.StorageException}, {@link org.slugline.store.Revision}, {@link
 * org.slugline.store.Revisions}, {@link org.slugline.store.StoreSettings}, {@link
 * org.slugline.store.Lock}.
 */
@NullMarked
package org.slugline.store;

import org.jspecify.annotations.NullMarked;
