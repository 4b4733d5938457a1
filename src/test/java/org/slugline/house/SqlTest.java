package org.slugline.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slugline.store.Database;
import org.slugline.store.Opening;
import org.slugline.store.StoreSettings;

/** Every statement of every table's interface is understood by SQLite itself, as it stands. */
class SqlTest {
  private record Statement(String where, String sql) {}

  @TempDir Path dir;

  @Test
  void everyStatementFitsTheMigratedSchema() throws SQLException {
    var settings = new StoreSettings(dir, Duration.ofSeconds(1));
    ((Opening.Opened) Database.open(settings)).database().close();
    var statements = statements();
    assertThat(statements).hasSizeGreaterThan(100);
    var wrong = new ArrayList<String>();
    try (var connection =
        DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("slugline.db"))) {
      for (var statement : statements) {
        fault(connection, statement).ifPresent(wrong::add);
      }
    }
    if (!wrong.isEmpty()) {
      fail(String.join("\n", wrong));
    }
  }

  private static Optional<String> fault(Connection connection, Statement statement) {
    try (var prepared = connection.prepareStatement("EXPLAIN QUERY PLAN " + statement.sql())) {
      prepared.executeQuery().close();
      return Optional.empty();
    } catch (SQLException broken) {
      return Optional.of(statement.where() + ": " + broken.getMessage());
    }
  }

  private static List<Statement> statements() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.slugline")
            .stream()
            .filter(JavaClass::isInterface)
            .map(JavaClass::reflect)
            .flatMap(table -> Stream.of(table.getDeclaredMethods()))
            .flatMap(SqlTest::statement)
            .toList();
  }

  private static Stream<Statement> statement(Method method) {
    return Stream.<Annotation>of(method.getAnnotations())
        .map(annotation ->
            switch (annotation) {
              case SqlQuery query -> query.value();
              case SqlUpdate update -> update.value();
              case SqlBatch batch -> batch.value();
              default -> "";
            })
        .filter(sql -> !sql.isEmpty())
        .map(sql -> sql.replaceAll("<\\w+>", "1")) // a bound list
        .map(sql ->
            new Statement(
                method.getDeclaringClass().getSimpleName() + "." + method.getName(), sql));
  }
}
