package org.slugline.site;

import java.time.InstantSource;
import org.slugline.access.Tokens;
import org.slugline.desk.Desk;
import org.slugline.edition.EditionSettings;
import org.slugline.edition.Editions;
import org.slugline.edition.Masthead;
import org.slugline.search.Search;
import org.slugline.store.Database;
import org.slugline.story.Grouping;
import org.slugline.story.Neighbours;
import org.slugline.wire.Finder;
import org.slugline.wire.Manners;
import org.slugline.wire.Subscriptions;

/**
 * The rooms that the site prints from and acts in.
 *
 * @param finder asks sites for their feeds
 * @param agent who our poller says it is
 * @param clock of what editors do
 */
public record Newsroom(
    Masthead masthead,
    EditionSettings settings,
    Database database,
    Tokens tokens,
    Desk desk,
    Subscriptions subscriptions,
    Finder finder,
    Neighbours neighbours,
    Grouping grouping,
    Search search,
    Editions editions,
    Manners manners,
    String agent,
    InstantSource clock) {}
