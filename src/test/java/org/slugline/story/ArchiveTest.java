package org.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.slugline.story.Newsroom.NOON;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What grouping costs follows the week, not the archive. */
class ArchiveTest {
  record Step(String detail) {}

  @TempDir Path dir;

  static Stream<String> statements() {
    return Stream.of(
            CoverageTable.class,
            PlacementTable.class,
            StoryTable.class,
            RelatedTable.class,
            Related.class,
            Stories.class)
        .flatMap(table -> Arrays.stream(table.getDeclaredMethods()))
        .flatMap(method -> Arrays.stream(method.getAnnotations()))
        .flatMap(annotation ->
            switch (annotation) {
              case SqlQuery query -> Stream.of(query.value());
              case SqlUpdate update -> Stream.of(update.value());
              case SqlBatch batch -> Stream.of(batch.value());
              default -> Stream.empty();
            })
        .filter(sql -> !sql.startsWith("SELECT coalesce(max("))
        .sorted();
  }

  @ParameterizedTest
  @MethodSource("statements")
  void noStatementReadsTheWholeArchive(String sql) {
    try (var newsroom = new Newsroom(dir)) {
      newsroom.item(1, 1, NOON, "Ferry runs aground", "");
      newsroom.grouper.catchUp(NOON);
      var plan =
          newsroom.database.read(handle ->
              handle
                  .createQuery("EXPLAIN QUERY PLAN " + sql.replaceAll(":\\w+", "NULL"))
                  .map(ConstructorMapper.of(Step.class))
                  .list());
      assertThat(plan)
          .noneMatch(step ->
              step.detail().matches("SCAN (p|s|c|m|i|item|article|placement|story|related)\\b.*")
                  && !step.detail().contains("USING INDEX story_moving")
                  && !step.detail().contains("USING INDEX story_live"));
    }
  }
}
