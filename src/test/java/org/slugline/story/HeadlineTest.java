package org.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "Ferry aground off Lerwick - BBC News ~ Ferry aground off Lerwick",
        "Ferry aground off Lerwick | Reuters ~ Ferry aground off Lerwick",
        "Ferry aground off Lerwick | UK news | The Guardian ~ Ferry aground off Lerwick",
        "Ferry aground off Lerwick – Sudbury Star ~ Ferry aground off Lerwick",
        "Ferry aground off Lerwick - shetland.example.org ~ Ferry aground off Lerwick",
        "BREAKING: Ferry aground off Lerwick ~ Ferry aground off Lerwick",
        "UPDATE 2-Ferry aground off Lerwick ~ Ferry aground off Lerwick",
        "[VIDEO] Ferry aground off Lerwick ~ Ferry aground off Lerwick",
        "Ferry aground off Lerwick  Listen· 5:29 ~ Ferry aground off Lerwick",
        "Eilmeldung: Fähre vor Lerwick auf Grund ~ Fähre vor Lerwick auf Grund",
        "渡轮在勒威克附近搁浅 - 新华网 Xinhua ~ 渡轮在勒威克附近搁浅",
      })
  void whatASiteHangsOnItIsNotRead(String title, String told) {
    assertThat(Headline.of(title)).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "Ferry aground off Lerwick - captain says fog to blame",
        "Ferry aground – Coastguard sends helicopters",
        "Opinion | Ferry",
        "Watch: ferry",
        "Live music returns to Lerwick",
        "Report finds fault with ferry line",
        "Video games sales fall",
        "Follow-up study clears ferry paint",
        "BBC News",
        "Ferry | Lerwick | Fog",
      })
  void whatItTellsStays(String title) {
    assertThat(Headline.of(title)).isEqualTo(title);
  }
}
