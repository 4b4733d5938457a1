package org.slugline.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The plan of the house as tests: stairs, strangers, closets, clock, doors and names. */
class HouseTest {
  private static final List<String> ROOMS =
      List.of(
          "http",
          "text",
          "feed",
          "media",
          "store",
          "net",
          "access",
          "desk",
          "wire",
          "story",
          "search",
          "edition",
          "push",
          "site",
          "site.desk",
          "command");

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("Generated"))
          .importPackages("org.slugline");

  @TestFactory
  Stream<DynamicTest> noRoomLooksUpTheStairs() {
    return IntStream.range(0, ROOMS.size() - 1)
        .mapToObj(i ->
            dynamicTest(
                ROOMS.get(i),
                () ->
                    noClasses()
                        .that()
                        .resideInAnyPackage(packagesOf(List.of(ROOMS.get(i))))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(packagesOf(ROOMS.subList(i + 1, ROOMS.size())))
                        .allowEmptyShould(true)
                        .check(HOUSE)));
  }

  @Test
  void onlyTheTerminalKnowsTheRoot() {
    noClasses()
        .that()
        .resideInAnyPackage(packagesOf(ROOMS.subList(0, ROOMS.size() - 1)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.slugline")
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @TestFactory
  Stream<DynamicTest> strangersNeverMeet() {
    return Stream.of(
            List.of("desk", "wire"),
            List.of("wire", "desk"),
            List.of("story", "desk"),
            List.of("story", "wire"))
        .map(pair ->
            dynamicTest(
                pair.get(0) + " does not know " + pair.get(1),
                () ->
                    noClasses()
                        .that()
                        .resideInAPackage("org.slugline." + pair.get(0) + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.slugline." + pair.get(1) + "..")
                        .allowEmptyShould(true)
                        .check(HOUSE)));
  }

  @TestFactory
  Stream<DynamicTest> eachForeignLibraryHasItsRooms() {
    return Stream.of(
        closet(List.of("com.rometools..", "org.jdom2..")),
        closet(List.of("com.fasterxml.aalto.."), "feed"),
        closet(List.of("javax.xml..", "org.codehaus.stax2.."), "feed"),
        closet(List.of("org.jsoup.."), "text", "feed"),
        closet(List.of("org.commonmark.."), "text"),
        closet(List.of("javax.sql..", "com.zaxxer..", "org.sqlite.."), "store"),
        jdbc(),
        closet(List.of("okhttp3..", "okio.."), "net"),
        closet(List.of("org.snakeyaml.."), "desk"),
        closet(
            List.of("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..", "gg.jte.."),
            "site"),
        closet(List.of("tools.jackson.."), "feed", "desk", "site", "command"),
        closet(List.of("org.tomlj.."), ""),
        closet(List.of("picocli.."), "command"));
  }

  @Test
  void nothingReadsAClockButTheRoot() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.slugline")
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "reads a clock",
                call -> {
                  var owner = call.getTargetOwner().getName();
                  var name = call.getTarget().getName();
                  var blind = call.getTarget().getRawParameterTypes().isEmpty();
                  return (owner.startsWith("java.time.") && name.equals("now") && blind)
                      || (owner.equals("java.time.Clock") && name.startsWith("system"))
                      || (owner.equals("java.time.InstantSource") && name.equals("system"))
                      || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"));
                }))
        .orShould()
        .callConstructor(java.util.Date.class)
        .check(HOUSE);
  }

  @Test
  void onlyTheRootReadsTheEnvironment() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.slugline")
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "reads the environment",
                call ->
                    call.getTargetOwner().getName().equals("java.lang.System")
                        && call.getTarget().getName().equals("getenv")))
        .check(HOUSE);
  }

  @Test
  void onlyTheTerminalWritesToStandardOutput() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.slugline.command..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(HOUSE);
  }

  @Test
  void everyClassIsARecordAnEnumAnInterfaceOrFinal() {
    classes()
        .should(
            satisfy(
                "be a record, enum, interface or final",
                type ->
                    type.isInterface()
                        || type.isEnum()
                        || type.isAnnotation()
                        || type.isAnonymousClass()
                        || type.getModifiers().contains(JavaModifier.FINAL)
                        || type.isAssignableTo(Enum.class)))
        .check(HOUSE);
  }

  @Test
  void noNameHidesWhatAThingDoes() {
    classes()
        .should(
            satisfy(
                "have a name that says what it does",
                type ->
                    !type.getSimpleName()
                        .matches(
                            "(Abstract|Base)[A-Z].*|.*(Util|Utils|Helper|Manager|Service|Impl|Factory)")))
        .check(HOUSE);
  }

  @Test
  void noStateIsSharedByStatics() {
    fields().that().areStatic().should().beFinal().check(HOUSE);
  }

  @Test
  void safeHtmlIsMadeByTheSanitiserAndTheStoreAlone() {
    noClasses()
        .that(
            DescribedPredicate.describe(
                "are neither text's own makers nor store.Columns",
                type ->
                    !type.getName().startsWith("org.slugline.text.")
                        && !type.getName().equals("org.slugline.store.Columns")))
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "make SafeHtml without sanitising",
                call ->
                    call.getTargetOwner().getName().equals("org.slugline.text.SafeHtml")
                        && call.getTarget().getName().equals("trusted")))
        .check(HOUSE);
  }

  @TestFactory
  Stream<DynamicTest> theDoorsOfARoomAreListedInItsPackageInfo() {
    return ROOMS.stream().map(room -> dynamicTest(room, () -> comparesDoors(room)));
  }

  private static void comparesDoors(String room) throws IOException {
    var info =
        Files.readString(
            Path.of("src/main/java/org/slugline", room.replace('.', '/'), "package-info.java")
                .toAbsolutePath());
    var listed =
        Pattern.compile("org\\.slugline\\." + room.replace(".", "\\.") + "\\.([A-Z]\\w*)")
            .matcher(info)
            .results()
            .map(m -> m.group(1))
            .collect(toCollection(TreeSet::new));
    var open =
        HOUSE.stream()
            .filter(type -> type.getPackageName().equals("org.slugline." + room))
            .filter(type -> type.isTopLevelClass())
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .map(JavaClass::getSimpleName)
            .collect(toCollection(TreeSet::new));
    assertThat(open).as("public types of " + room + ", against its package-info").isEqualTo(listed);
  }

  private static DynamicTest closet(List<String> libraries, String... rooms) {
    var allowed =
        Stream.of(rooms)
            .map(room -> room.isEmpty() ? "org.slugline" : "org.slugline." + room + "..")
            .toArray(String[]::new);
    return dynamicTest(
        libraries.stream().collect(joining(", ")),
        () ->
            noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries.toArray(String[]::new))
                .allowEmptyShould(true)
                .check(HOUSE));
  }

  /**
   * A hot list is mapped by a lambda on the row, twice as fast as by reflection: rows may be read.
   */
  private static DynamicTest jdbc() {
    var rows = List.of("java.sql.ResultSet", "java.sql.SQLException");
    return dynamicTest(
        "java.sql but for its rows",
        () ->
            noClasses()
                .that()
                .resideOutsideOfPackage("org.slugline.store..")
                .should()
                .dependOnClassesThat(
                    DescribedPredicate.describe(
                        "are java.sql, but for rows",
                        type ->
                            type.getPackageName().startsWith("java.sql")
                                && !rows.contains(type.getName())))
                .allowEmptyShould(true)
                .check(HOUSE));
  }

  private static String[] packagesOf(List<String> rooms) {
    return rooms.stream()
        // the desk in the browser is a room behind the site, not a part of it
        .map(room -> "org.slugline." + room + (room.equals("site") ? "" : ".."))
        .toArray(String[]::new);
  }

  private static ArchCondition<JavaClass> satisfy(
      String description, java.util.function.Predicate<JavaClass> predicate) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        events.add(
            new SimpleConditionEvent(
                type, predicate.test(type), type.getName() + " should " + description));
      }
    };
  }
}
