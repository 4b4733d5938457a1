package org.slugline.search;

/**
 * What in a query was not understood, and what to do about it.
 *
 * @param about the part of the query that it is about; "" the whole
 */
public record Advice(Reason reason, String about) {
  /** Each has a wording, in which {@code %s} is that part. */
  public enum Reason {
    TOO_LONG("Only the first 500 characters were searched for."),
    TOO_MANY("Only the first 32 words were searched for."),
    NO_WORD("“%s” holds no letter and no digit, and was left out."),
    LONE("“%s” needs a word on either side, and was left out."),
    NOT_WORD("“%s” was searched for as a word. To leave a word out, write -word."),
    NEAR_WORD("“%s” was searched for as a word. Words in quotation marks are found side by side."),
    BRACKETS("“%s” was passed over: OR holds for the word before it and the one behind it."),
    NO_FILTER(
        "“%s” is no filter and was searched for as a word. Filters are outlet: before: after:"
            + " lang: story: section: is:ours."),
    NO_VALUE("“%s” needs a value right behind the colon."),
    NOT_TURNED("“%s” cannot be turned round: take it without the minus."),
    NOT_OURS("“%s” is not understood; is:ours is."),
    NO_OUTLET("No outlet is called “%s”; each outlet’s page shows its number."),
    NO_DATE("“%s” is not a date such as 2026-03-05, 2026-03 or 2026."),
    NO_LANGUAGE("“%s” is not a language such as lang:de or lang:pt-BR."),
    STAR_INSIDE("“%s” was searched for without its asterisk, which stands only at a word’s end."),
    PREFIX_SHORT("“%s” is too short for a beginning: it needs two letters before the asterisk."),
    FURTHER(
        "So far the pieces back to %s were looked through, and few of them fit. The next page goes"
            + " on from there."),
    RANKED("The pieces back to %s were looked through, and the most telling of them put first.");

    private final String wording;

    Reason(String wording) {
      this.wording = wording;
    }
  }

  /** In English. */
  public String text() {
    return reason.wording.replace("%s", about);
  }
}
