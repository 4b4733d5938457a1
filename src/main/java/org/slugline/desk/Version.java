package org.slugline.desk;

import java.time.Instant;
import org.slugline.text.SafeHtml;

/**
 * An article as it once stood.
 *
 * @param number from 1
 * @param who a token's name, or a command's
 * @param note for readers; {@code ""} where none was given
 * @param state after this version
 * @param fields everything as filed, JSON; for the desk alone
 */
public record Version(
    long article,
    int number,
    Instant at,
    String who,
    Kind kind,
    String note,
    State state,
    String headline,
    String standfirst,
    SafeHtml html,
    String fields) {}
