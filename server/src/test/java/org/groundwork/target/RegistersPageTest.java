// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import org.groundwork.linkage.Mapping;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.Proof;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Languages;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Upload;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever runs the installation loads public registers; what is bad is refused in words and changes nothing. */
@ExtendWith(ProductExtension.class)
class RegistersPageTest {
  private static final String PAGE = "/installation/registers";
  private static final String MAPPING = """
      name = houses
      tables = h
      h.site = id
      h.address = street
      h.company.1 = firm
      h.person.1 = signer
      h.office.1 = office
      """;
  private static final String GOOD = """
      id,street,firm,signer,office
      A,1 Elm Street,Elm LLC,Vexford Ysolde,5 Holder Plaza
      B,2 Elm Street,Oak LLC,Vexford Ysolde,5 Holder Plaza
      """;

  private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([0-9a-f-]{36})\"");

  private static UUID account = new UUID(0, 0);

  /** An account of this class's own runs the installation while its tests run, beside whoever does already. */
  @BeforeAll
  static void run(Product product) throws SQLException {
    account = product.bean(Accounts.class).open("en", FoundedLocal.PIN, false).account();
    setRuns(product, true);
  }

  @AfterAll
  static void runNoMore(Product product) throws SQLException { setRuns(product, false); }

  private static void setRuns(Product product, boolean runs) throws SQLException {
    try (var owner = product.connection(DatabaseRole.OWNER); var statement = owner.createStatement()) {
      statement.execute("update auth.account set runs_installation = " + runs + " where id = '" + account + "'");
    }
  }

  private static Visitor runner(Product product) {
    return product.visitor()
        .withCookie("gw-session", product.bean(Accounts.class).startSession(account, Proof.PASSKEY));
  }

  private static Page load(Visitor visitor, String code, String mapping, byte[] file, String... more) {
    visitor.get(PAGE);
    var fields = new java.util.ArrayList<>(
        java.util.List.of("name", "Register " + code, "code", code, "isPublic", "on"));
    fields.addAll(java.util.List.of(more));
    if (!mapping.isEmpty()) {
      fields.addAll(java.util.List.of("mapping", "own", "mappingText", mapping));
    }
    return visitor.upload(PAGE, new Upload("files", "register.csv", file), fields.toArray(String[]::new));
  }

  private static byte[] bytes(String text) { return text.getBytes(StandardCharsets.UTF_8); }

  /** The job's page once it has ended. */
  private static String ended(Visitor visitor, Page answer) {
    assertThat(answer.status()).isEqualTo(303);
    String path = answer.location().orElseThrow();
    assertThat(path).startsWith("/installation/jobs/");
    await().atMost(Duration.ofSeconds(40)).until(() -> !visitor.get(path).body().contains("hx-trigger"));
    return visitor.get(path).body();
  }

  private static LoadedRegisters.Loaded loaded(Product product, String code) throws Exception {
    return Tenancy.inInstallation(() -> product.bean(Transactions.class)
        .read(() -> product.bean(LoadedRegisters.class).byId(RegisterImport.id(code)).orElseThrow()));
  }

  @Test
  void loadsARegisterInAWayOfOnesOwnAndReadsTheNextAlike(Product product) throws Exception {
    var visitor = runner(product);
    assertThat(ended(visitor,
        load(visitor, "reg1", MAPPING,
            bytes(GOOD + "C,3 Elm Street\nA,1 Elm Street,Elm LLC,Vexford Ysolde,5 Holder Plaza\n"))))
        .contains("2 places", "register.csv:4", "the row has 2 fields, the header has 5", "register.csv:5");
    var register = loaded(product, "reg1");
    assertThat(register.ownMapping()).contains(MAPPING);
    String page = visitor.get(PAGE + "/" + register.id()).body();
    assertThat(page).contains("Register reg1", "h.site = id", "register.csv:4",
        "the row has 2 fields, the header has 5");
    assertThat(visitor.speaking("es").get(PAGE + "/" + register.id()).body())
        .contains("la fila tiene 2 campos, la cabecera 5");
    visitor.speaking("en");
    assertThat(visitor.get(PAGE).body()).contains(PAGE + "/" + register.id(), "As the last time under the same code");

    ended(visitor,
        load(visitor, "reg1", "", bytes(GOOD + "D,4 Elm Street,Ash LLC,Somebody Else,9 Other Court\n"), "mapping",
            "kept"));
    assertThat(loaded(product, "reg1").sites()).isEqualTo(3);
    assertThat(loaded(product, "reg1").ownMapping()).contains(MAPPING);
    assertThat(loaded(product, "reg1").refused()).isZero();
    assertThat(load(visitor, "reg1other", "", bytes(GOOD), "mapping", "kept").body())
        .contains("No way of our own was kept under this code");
  }

  @Test
  void tellsTheLineOfAMistakeBesideTheFieldAndKeepsWhatWasTyped(Product product) {
    var visitor = runner(product);
    var refused = load(visitor, "reg2", MAPPING + "h.colour = red <b>\n", bytes(GOOD));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Line 8: unknown key h.colour", "id=\"mappingText-error\"",
        "h.colour = red &lt;b&gt;", "value=\"reg2\"", "value=\"Register reg2\"");
    assertThat(load(visitor, "reg2", "name = x\n", bytes(GOOD)).body()).contains("This cannot be used: lacks tables");
    assertThat(load(visitor, "reg2", " ", bytes(GOOD)).body()).contains("or write it here");
    assertThat(load(visitor, "reg2", "x".repeat(100_001), bytes(GOOD)).body()).contains("At most 100,000 characters");
    visitor.get(PAGE);
    var file = visitor.upload(PAGE, new Upload("mappingFile", "city.mapping", bytes("name = y\nnonsense\n")), "name",
        "N",
        "code", "reg2", "mapping", "own", "isPublic", "on");
    assertThat(file.body()).contains("Line 2: expected key = value", "nonsense", "Choose one to 8 files");
    assertThat(visitor.upload(PAGE, new Upload("mappingFile", "city.mapping", new byte[]{(byte) 0xC3, 0x28}), "name",
        "N", "code", "reg2", "mapping", "own").body()).contains("The file is not UTF-8 text");
  }

  @Test
  void takesOnlyWhatSomebodySaysIsPublic(Product product) {
    var visitor = runner(product);
    visitor.get(PAGE);
    var refused = visitor.upload(PAGE, new Upload("files", "staff.csv", bytes(GOOD)), "name", "Staff", "code", "reg3",
        "mapping", "own", "mappingText", MAPPING);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Load it only if it is a public register", "id=\"isPublic-error\"",
        "An employer’s list of staff");
  }

  @Test
  void refusesWhatIsNoTextWhateverItIsCalled(Product product) {
    var visitor = runner(product);
    byte[][] bad = {{'P', 'K', 3, 4, 20, 0}, {'M', 'Z', (byte) 0x90, 0, 3}, {0x7F, 'E', 'L', 'F', 2},
        bytes("%PDF-1.7\n"),
        {(byte) 0x1F, (byte) 0x8B, 8}, {'i', 'd', ',', 0, 'x'}};
    for (byte[] file : bad) {
      var refused = load(visitor, "reg4", MAPPING, file);
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.body()).contains("File 1 is no text", "id=\"files-error\"");
    }
    assertThat(load(visitor, "reg4", MAPPING, new byte[0]).body()).contains("File 1 is empty");
  }

  @Test
  void leavesWhatStoodThereWhenAFileCannotBeRead(Product product) throws Exception {
    var visitor = runner(product);
    ended(visitor, load(visitor, "reg5", MAPPING, bytes(GOOD)));
    assertThat(ended(visitor, load(visitor, "reg5", MAPPING, bytes("id,street,firm\nA,1 Elm Street,Elm LLC\n"))))
        .contains("Nothing was loaded: a file could not be read", "columns missing for table h: office, signer");
    assertThat(ended(visitor, load(visitor, "reg5", MAPPING, bytes("id,street,firm,signer,office\n"))))
        .contains("Nothing was loaded");
    assertThat(ended(visitor, load(visitor, "reg5", MAPPING,
        "id,street,firm,signer,office,\u00e9\u00e8\n".getBytes(StandardCharsets.ISO_8859_1))))
        .contains("Nothing was loaded", "is not UTF-8 text");
    assertThat(
        ended(visitor, load(visitor, "reg5", MAPPING, bytes("x,".repeat(3_000) + "id,street,firm,signer,office\n"))))
        .contains("Nothing was loaded", "the header has more than 2000 columns");
    assertThat(ended(visitor, load(visitor, "reg5", MAPPING, bytes("\"id".repeat(800_000)))))
        .contains("Nothing was loaded");
    assertThat(visitor.speaking("es")
        .get(load(visitor, "reg5", MAPPING, bytes("nothing\n")).location().orElseThrow())
        .status()).isEqualTo(200);
    assertThat(loaded(product, "reg5").sites()).isEqualTo(2);
  }

  @Test
  void refusesBadRowsAndUsesTheOthers(Product product) throws Exception {
    var visitor = runner(product);
    String huge = "F,6 Elm Street," + "x".repeat(1_000_000) + ",Somebody,5 Holder Plaza\n";
    String rows = GOOD + huge + "B,2 Elm Street,Oak LLC,Vexford Ysolde,5 Holder Plaza\n";
    byte[] latin = "G,7 Elm Street,\u00c9l\u00e9gant LLC,Somebody,5 Holder Plaza\n"
        .getBytes(StandardCharsets.ISO_8859_1);
    byte[] file = java.util.Arrays.copyOf(bytes(rows), bytes(rows).length + latin.length);
    System.arraycopy(latin, 0, file, bytes(rows).length, latin.length);
    assertThat(ended(visitor, load(visitor, "reg6", MAPPING, file))).contains("2 places", "3 refused",
        "register.csv:4", "field 3 is longer than 65536 bytes", "the same row as register.csv line 3",
        "field 3 is not UTF-8 text");
  }

  @Test
  void readsOwnersInACircleAndAnOwnerThatIsItsOwnAgent(Product product) throws Exception {
    var visitor = runner(product);
    String mapping = """
        name = circle
        tables = h
        side.owner = Owner
        side.agent = Agent
        h.site = id
        h.address = street
        h.split = "|"
        h.company.1 = firms
        h.company.1.role-before = "="
        h.office.1 = office
        """;
    String rows = """
        id,street,firms,office
        A,1 Elm Street,Owner=Alpha LLC|Agent=Alpha LLC,5 Holder Plaza
        B,2 Elm Street,Owner=Beta LLC|Owner=Alpha LLC,5 Holder Plaza
        C,3 Elm Street,Owner=Alpha LLC|Owner=Gamma LLC|Owner=Beta LLC,5 Holder Plaza
        D,4 Elm Street,Owner=Gamma LLC|Agent=Gamma LLC|Owner=Alpha LLC,5 Holder Plaza
        """;
    assertThat(ended(visitor, load(visitor, "reg7", mapping, bytes(rows)))).contains("4 places");
    assertThat(ended(visitor, load(visitor, "reg7", mapping, bytes(rows)))).contains("4 places");
  }

  private static String once(Visitor visitor) {
    var found = ONCE.matcher(visitor.get(PAGE).body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static String[] fields(String once, String code, String... more) {
    var fields = new java.util.ArrayList<>(java.util.List.of("once", once, "name", "Register " + code, "code", code,
        "mapping", "own", "mappingText", MAPPING));
    fields.addAll(java.util.List.of(more));
    return fields.toArray(String[]::new);
  }

  private static long jobs(Product product, String code) throws SQLException {
    try (var owner = product.connection(DatabaseRole.OWNER);
        var rows = owner.createStatement()
            .executeQuery("select count(*) from platform.job where kind = 'register-import' and parameters like '%\""
                + code + "\"%'")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Test
  void loadsOnceWhatIsSentTwice(Product product) throws Exception {
    var visitor = runner(product);
    String once = once(visitor);
    var first = visitor.upload(PAGE, new Upload("files", "register.csv", bytes(GOOD)),
        fields(once, "twice1", "isPublic", "on"));
    var second = visitor.upload(PAGE, new Upload("files", "register.csv", bytes(GOOD)),
        fields(once, "twice1", "isPublic", "on"));
    ended(visitor, first);
    assertThat(second.location()).isEqualTo(first.location());
    assertThat(jobs(product, "twice1")).isEqualTo(1);
    assertThat(visitor.upload(PAGE, new Upload("files", "register.csv", bytes(GOOD)),
        fields(once, "twice1", "isPublic", "on")).location()).isEqualTo(first.location());
  }

  @Test
  void loadsOnceWhatIsSentManyTimesAtOnce(Product product) throws Exception {
    var visitor = runner(product);
    String once = once(visitor);
    visitor.upload(PAGE, new Upload("files", "register.csv", bytes(GOOD)), fields(once, "twice2"));
    try (var threads = java.util.concurrent.Executors.newFixedThreadPool(4)) {
      var sent = new java.util.ArrayList<java.util.concurrent.Future<Page>>();
      for (int each = 0; each < 4; each++) {
        var sender = runner(product);
        sender.get(PAGE);
        sent.add(threads.submit(() -> sender.upload(PAGE, new Upload("files", "", new byte[0]),
            fields(once, "twice2", "isPublic", "on"))));
      }
      var places = new java.util.HashSet<String>();
      for (var answer : sent) {
        places.add(answer.get().location().orElse("refused"));
      }
      assertThat(places).hasSize(1).doesNotContain("refused");
    }
    assertThat(jobs(product, "twice2")).isEqualTo(1);
  }

  /** Whoever starts it has taken the files already, but nobody else can see yet that it is started. */
  @Test
  void leadsToTheJobThatSomebodyIsJustStarting(Product product) throws Exception {
    var visitor = runner(product);
    String once = once(visitor);
    visitor.upload(PAGE, new Upload("files", "register.csv", bytes(GOOD)), fields(once, "twice3"));
    var load = new RegisterStart.Load("twice3", "Register twice3", "mapping", java.util.Optional.of(MAPPING));
    try (var thread = java.util.concurrent.Executors.newSingleThreadExecutor()) {
      var second = new java.util.ArrayList<java.util.concurrent.Future<Page>>();
      UUID job = Tenancy.inInstallation(() -> product.bean(Transactions.class).write(() -> {
        var started = product.bean(RegisterStart.class).start(UUID.fromString(once), load, java.util.Optional.empty());
        second.add(thread.submit(() -> visitor.upload(PAGE, new Upload("files", "", new byte[0]),
            fields(once, "twice3", "isPublic", "on"))));
        await().atMost(Duration.ofSeconds(20)).until(() -> waitsForALock(product) || second.getFirst().isDone());
        return started.orElseThrow();
      }));
      assertThat(second.getFirst().get().location()).hasValue("/installation/jobs/" + job);
    }
    assertThat(jobs(product, "twice3")).isEqualTo(1);
  }

  private static boolean waitsForALock(Product product) throws SQLException {
    try (var owner = product.connection(DatabaseRole.OWNER);
        var rows = owner.createStatement()
            .executeQuery("select exists (select 1 from pg_locks where locktype = 'advisory' and not granted)")) {
      rows.next();
      return rows.getBoolean(1);
    }
  }

  @Test
  void keepsTheFilesOfAFormThatIsRefusedForSomethingElse(Product product) throws Exception {
    var visitor = runner(product);
    String once = once(visitor);
    var refused = visitor.upload(PAGE, new Upload("files", "Lists/<i>our city.csv", bytes(GOOD)),
        fields(once, "kept1"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("These wait here from before", "our city.csv</li>", once)
        .doesNotContain("Lists/", "<i>our");
    assertThat(jobs(product, "kept1")).isZero();
    String done = ended(visitor, visitor.upload(PAGE, new Upload("files", "", new byte[0]),
        fields(once, "kept1", "isPublic", "on")));
    assertThat(done).contains("2 places", "2 of 2 rows read");
    String another = once(visitor);
    assertThat(visitor.upload(PAGE, new Upload("files", "", new byte[0]), fields(another, "kept2", "isPublic", "on"))
        .body()).contains("Choose one to 8 files");
  }

  @Test
  void forgetsFilesThatWaitedADay(Product product) throws Exception {
    var visitor = runner(product);
    String once = once(visitor);
    visitor.upload(PAGE, new Upload("files", "register.csv", bytes(GOOD)), fields(once, "kept3"));
    var uploads = product.bean(RegisterUploads.class);
    assertThat(uploads.forgetWaiting(java.time.Instant.EPOCH)).isZero();
    assertThat(uploads.waiting(UUID.fromString(once))).containsExactly("register.csv");
    assertThat(uploads.forgetWaiting(Product.shared().clock().instant().plusSeconds(60))).isPositive();
    assertThat(uploads.waiting(UUID.fromString(once))).isEmpty();
  }

  @Test
  void leadsOnFromTheJobAndTellsWhatItCounts(Product product) {
    var visitor = runner(product);
    String done = ended(visitor, load(visitor, "reg8", MAPPING, bytes(GOOD)));
    assertThat(done).contains("<nav class=\"nav\"", "href=\"/installation/registers\"", "2 of 2 rows read");
    assertThat(visitor.speaking("es").get("/installation/registers").body()).contains("<nav class=\"nav\"");
    visitor.speaking("en");
  }

  @Test
  void handsOutTheRowsThatWereNotUsed(Product product) throws Exception {
    var visitor = runner(product);
    visitor.get(PAGE);
    ended(visitor, visitor.upload(PAGE, new Upload("files", "=cmd.csv", bytes(GOOD + "C,3 Elm Street\n,4 Elm,a,b,c\n")),
        "name", "Register reg9", "code", "reg9", "isPublic", "on", "mapping", "own", "mappingText", MAPPING));
    String path = PAGE + "/" + loaded(product, "reg9").id();
    assertThat(visitor.get(path).body()).contains(path + "/refused");
    var file = visitor.get(path + "/refused");
    assertThat(file.header("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(file.body()).contains("file,line,reason", "'=cmd.csv,4,\"the row has 2 fields, the header has 5\"",
        "'=cmd.csv,5,no value in column id");
    assertThat(visitor.speaking("es").get(path + "/refused").body()).contains("archivo,línea,motivo",
        "la fila tiene 2");
    assertThat(visitor.get(PAGE + "/" + UUID.randomUUID() + "/refused").status()).isEqualTo(404);
  }

  @Test
  void tellsAMistakeInTheReadersLanguage(Product product) {
    var visitor = runner(product).speaking("es");
    assertThat(load(visitor, "reg2", MAPPING + "h.colour = red\n", bytes(GOOD)).body())
        .contains("Línea 8: clave desconocida h.colour")
        .doesNotContain("unknown key");
  }

  @Test
  void hasAWordForEveryReasonOfTheLibrary(Product product) throws IOException {
    var sentences = new Properties();
    try (var in = Objects.requireNonNull(Mapping.class.getResourceAsStream("sentences.properties"))) {
      sentences.load(new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    }
    assertThat(sentences).isNotEmpty();
    for (String key : sentences.stringPropertyNames()) {
      for (Locale locale : new Locale[]{Locale.ENGLISH, Locale.of("es")}) {
        String told = product.bean(Languages.class)
            .text(locale, (key.startsWith("link.") ? "evidence." : "register.reason.") + key, "ONE", "TWO", "THREE");
        assertThat(told).as(key).isNotBlank().doesNotContain("{");
      }
    }
  }

  @Test
  void isForWhoRunsTheInstallationOnly(Product product, FoundedLocal local, Visitor stranger) {
    String path = PAGE + "/" + UUID.randomUUID();
    assertThat(stranger.get(path).location().orElse("")).startsWith("/sign-in");
    assertThat(local.founder().visitor().get(path).status()).isEqualTo(403);
    assertThat(runner(product).get(path).status()).isEqualTo(404);
  }
}
