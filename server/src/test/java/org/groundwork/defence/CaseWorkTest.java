// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.audit.Audited;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.roll.PersonMerge;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Upload;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** What happens in a case: facts, the deadline, what we do about it, what is needed, the fund. */
@ExtendWith(ProductExtension.class)
class CaseWorkTest {
  private static final byte[] LETTER = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(US_ASCII);

  private static List<CaseNotes.Fact> facts(Gate gate, UUID hit) {
    return gate.local().read(() -> Gate.part(CaseNotes.class).facts(hit));
  }

  @Test
  void aFactIsPutRightByAnotherAndNeverChanged(FoundedLocal local) {
    var gate = Gate.in(local);
    var ana = gate.member("Ana Quill");
    UUID id = gate.hit(ana.id());
    String once = UUID.randomUUID().toString();
    for (int twice = 0; twice < 2; twice++) {
      ana.visitor()
          .post(gate.at(id, "/facts"), "once", once, "fact", "He said Tuesday", "factOn",
              Gate.today().minusDays(3).toString());
    }
    var wrong = facts(gate, id).getFirst();
    assertThat(facts(gate, id)).hasSize(1);
    assertThat(wrong.by()).isEqualTo(ana.id());
    var organiser = gate.organiser();
    assertThat(organiser.get(gate.at(id, "?corrects=" + wrong.id())).body()).contains("In place of: “He said Tuesday”");
    organiser.post(gate.at(id, "/facts"), "once", UUID.randomUUID().toString(), "fact", "He said Wednesday", "factOn",
        Gate.today().minusDays(2).toString(), "corrects", wrong.id().toString());
    assertThat(organiser.get(gate.at(id, "")).body()).contains("<s>He said Tuesday</s>", "Put right below",
        "He said Wednesday", "puts right what was written for", "Ana Quill");
    assertThat(facts(gate, id)).hasSize(2).contains(wrong);
    var refused = organiser.post(gate.at(id, "/facts"), "once", UUID.randomUUID().toString(), "fact", "Kept text",
        "factOn", Gate.today().plusDays(1).toString());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("id=\"factOn-error\"", "Kept text");
    UUID other = gate.hit(ana.id());
    assertThat(organiser.post(gate.at(other, "/facts"), "once", UUID.randomUUID().toString(), "fact", "Elsewhere",
        "factOn", Gate.today().toString(), "corrects", wrong.id().toString()).status())
        .as("a line of another case is not put right here")
        .isEqualTo(422);
    assertThat(Audited.in(local)).filteredOn(entry -> entry.contains("case-fact")).hasSize(2);
  }

  @Test
  void keepsLettersForThoseWhoSeeTheCase(FoundedLocal local) {
    var gate = Gate.in(local);
    var ana = gate.member("Ana Quill");
    UUID id = gate.hit(ana.id());
    String once = Gate.once(ana.visitor().get(gate.at(id, "")));
    for (int twice = 0; twice < 2; twice++) {
      ana.visitor().upload(gate.at(id, "/evidence"), new Upload("files", "letter.pdf", LETTER), "once", once);
    }
    var files = local.read(() -> Gate.part(CaseEvidence.class).of(id));
    assertThat(files).hasSize(1);
    String path = gate.at(id, "/files/" + files.getFirst().id());
    var organiser = gate.organiser();
    assertThat(organiser.get(gate.at(id, "")).body()).contains(path, "letter.pdf");
    assertThat(organiser.get(path).status()).isEqualTo(200);
    assertThat(gate.member("Ben Quill").visitor().get(path).status()).isEqualTo(404);
    assertThat(organiser.get(gate.at(gate.hit(ana.id()), "/files/" + files.getFirst().id())).status()).isEqualTo(404);
    assertThat(Audited.in(local)).anyMatch(entry -> entry.contains("case-evidence-added"))
        .anyMatch(entry -> entry.contains("case-evidence-seen"));
    var program = ana.visitor()
        .upload(gate.at(id, "/evidence"), new Upload("files", "letter.pdf", new byte[]{'M', 'Z', 0, 1}), "once",
            UUID.randomUUID().toString());
    assertThat(program.status()).isEqualTo(422);
    assertThat(program.body()).contains("id=\"files-error\"");
    var ben = gate.member("Bea Quill");
    assertThat(ben.visitor()
        .upload(gate.at(id, "/evidence"), new Upload("files", "letter.pdf", LETTER), "once",
            UUID.randomUUID().toString())
        .status()).isEqualTo(404);
  }

  @Test
  void aDeadlineStandsOnFirstScreensUntilItIsMet(FoundedLocal local) {
    var gate = Gate.in(local);
    var ana = gate.member("Ana Quill");
    UUID id = gate.hit(ana.id());
    var steward = gate.stewardOf(ana.id());
    steward.visitor()
        .post(gate.at(id, "/deadline"), "deadline", Gate.today().plusDays(2).toString(), "note", "The union office");
    var until = gate.now(id).deadline().orElseThrow();
    assertThat(until.by()).isEqualTo(steward.id());
    assertThat(until.notedOn()).isEqualTo(Gate.today());
    for (var who : List.of(steward.visitor(), gate.organiser())) {
      assertThat(who.get(local.path("")).body()).contains("2 days left to do something");
    }
    assertThat(ana.visitor().get(gate.at(id, "")).body()).contains("2 days left", "The union office",
        "data-alarm=\"soon\"");
    Gate.nextDay(3);
    assertThat(gate.organiser().get(gate.at(id, "")).body()).contains("One day late", "data-alarm=\"late\"");
    var again = gate.again(steward);
    for (int twice = 0; twice < 2; twice++) {
      again.post(gate.at(id, "/deadline/met"));
    }
    assertThat(gate.now(id).deadline().orElseThrow().metOn()).contains(Gate.today());
    assertThat(again.get(local.path("")).body()).doesNotContain("to do something", "A day has passed");
    assertThat(Audited.in(local)).filteredOn(entry -> entry.contains("case-deadline-met")).hasSize(1);
  }

  @Test
  void weAnswerWithARungOrASentenceOnADay(FoundedLocal local) {
    var gate = Gate.in(local);
    UUID id = gate.hit(gate.neighbour("Rosa Quill"));
    var organiser = gate.organiser();
    String day = Gate.today().plusDays(1).toString();
    assertThat(organiser.post(gate.at(id, "/answers"), "once", UUID.randomUUID().toString(), "answerOn", day).body())
        .contains("id=\"answer-error\"");
    assertThat(organiser.post(gate.at(id, "/answers"), "once", UUID.randomUUID().toString(), "answerOn",
        Gate.today().minusDays(1).toString(), "answer", "Kept answer").body()).contains("id=\"answerOn-error\"",
            "Kept answer");
    assertThat(organiser.post(gate.at(id, "/answers"), "once", UUID.randomUUID().toString(), "answerOn", day, "rung",
        UUID.randomUUID().toString()).body()).contains("id=\"rung-error\"");
    String once = UUID.randomUUID().toString();
    for (int twice = 0; twice < 2; twice++) {
      organiser.post(gate.at(id, "/answers"), "once", once, "answerOn", day, "rung", gate.march().toString());
    }
    organiser.post(gate.at(id, "/answers"), "once", UUID.randomUUID().toString(), "answerOn", day, "answer",
        "Ten zebras call him");
    var page = organiser.get(gate.at(id, "")).body();
    assertThat(page).contains("We go in", "Ten zebras call him",
        local.path("campaigns/" + gate.campaign() + "/steps/" + gate.march()));
    var answers = local.read(() -> Gate.part(CaseNotes.class).answers(id));
    assertThat(answers).hasSize(2);
    for (int twice = 0; twice < 2; twice++) {
      organiser.post(gate.at(id, "/answers/done"), "answer", answers.getFirst().id().toString());
    }
    assertThat(local.read(() -> Gate.part(CaseNotes.class).answers(id)).getFirst().doneOn()).contains(Gate.today());
    assertThat(organiser.get(local.path("")).body()).doesNotContain("Nobody has said yet what we do about it");
  }

  @Test
  void helpersLearnWhatAndWhenAndNotWhoUnlessTheyAgreed(FoundedLocal local) {
    var gate = Gate.in(local);
    var ana = gate.member("Ana Quill");
    var ben = gate.member("Ben Quill");
    UUID id = gate.hit(ana.id());
    ana.visitor()
        .post(gate.at(id, "/needs"), "once", UUID.randomUUID().toString(), "need", "rides", "needOn",
            Gate.today().plusDays(1).toString());
    var need = gate.needs(id).getFirst();
    var list = ben.visitor().get(local.path("care")).body();
    assertThat(list).contains("Give a ride", "Need " + need.code())
        .doesNotContain("Ana Quill", "They cut zebra hours", id.toString());
    assertThat(ana.visitor().get(local.path("care")).body()).as("one's own").doesNotContain("Need " + need.code());
    for (int twice = 0; twice < 2; twice++) {
      ben.visitor().post(local.path("care/take"), "need", need.id().toString());
    }
    assertThat(ben.visitor().get(local.path("care")).body()).contains("An organiser tells you where and when")
        .doesNotContain("They cut zebra hours", "Ana Quill");
    assertThat(gate.needs(id).getFirst().helper()).contains(ben.id());
    assertThat(ben.visitor().get(local.path("")).body()).contains("You give a ride");
    assertThat(ana.visitor().get(gate.at(id, "")).body()).contains("Ben Quill");
    ana.visitor().post(gate.at(id, "/naming"), "may", "yes");
    assertThat(ben.visitor().get(local.path("care")).body()).contains("tag--known\">Ana Quill",
        "Ana Quill tells you where and when");
    ana.visitor().post(gate.at(id, "/naming"));
    assertThat(ben.visitor().get(local.path("care")).body()).doesNotContain("Ana Quill");
    ben.visitor().post(local.path("care/leave"), "need", need.id().toString());
    assertThat(gate.needs(id).getFirst().helper()).isEmpty();
    var cleo = gate.member("Cleo Quill");
    assertThat(cleo.visitor().post(local.path("care/done"), "need", need.id().toString()).status())
        .as("not hers to say")
        .isEqualTo(404);
    ben.visitor().post(local.path("care/take"), "need", need.id().toString());
    ben.visitor().post(local.path("care/done"), "need", need.id().toString());
    assertThat(gate.needs(id).getFirst().doneOn()).contains(Gate.today());
    assertThat(ben.visitor().get(gate.at(id, "")).status()).as("a helper sees no case").isEqualTo(404);
  }

  @Test
  void whoeverAskedForSomebodyElseIsNamedToTheHelper(FoundedLocal local) {
    var gate = Gate.in(local);
    var ana = gate.member("Ana Quill");
    var ben = gate.member("Ben Quill");
    UUID id = gate.hit(ana.id());
    var steward = gate.stewardOf(ana.id());
    local.as(steward, () -> Gate.part(Transactions.class)
        .write(() -> Gate.part(Care.class).ask(id, Care.Kind.MEALS, Gate.today())));
    ben.visitor().post(local.path("care/take"), "need", gate.needs(id).getFirst().id().toString());
    assertThat(ben.visitor().get(local.path("care")).body()).contains("Somebody tells you where and when")
        .doesNotContain("Ana Quill");
    UUID again = gate.neighbour("Ana Quill the second");
    asked(local, id, again);
    local.write(() -> Gate.part(PersonMerge.class).merge(ana.id(), again));
    assertThat(ben.visitor().get(local.path("care")).body()).as("a second record of hers asked")
        .contains("An organiser tells you where and when")
        .doesNotContain("Ana Quill");
  }

  private static void asked(FoundedLocal local, UUID hit, UUID by) {
    local.write(() -> Gate.part(JdbcClient.class)
        .sql("update defence.need set asked_by = ? where local_id = ? and retaliation_id = ?")
        .params(by, local.id().value(), hit)
        .update());
  }

  @Test
  void whatSomebodyTookOnIsNotHiddenBehindWhatIsFree(FoundedLocal local) {
    var gate = Gate.in(local);
    var ben = gate.member("Ben Quill");
    UUID id = gate.hit(gate.neighbour("Rosa Quill"));
    local.write(() -> Gate.part(Care.class).ask(id, Care.Kind.RIDES, Gate.today().plusDays(1)));
    var need = gate.needs(id).getFirst();
    ben.visitor().post(local.path("care/take"), "need", need.id().toString());
    local.write(() -> Gate.part(JdbcClient.class)
        .sql("""
        insert into defence.need (local_id, id, retaliation_id, kind, needed_on, asked_by, changed_at)
        select n.local_id, gen_random_uuid(), n.retaliation_id, 'meals', n.needed_on - 1, n.asked_by, n.changed_at
        from defence.need n, generate_series(1, 200) where n.local_id = ? and n.id = ?""")
        .params(local.id().value(), need.id())
        .update());
    assertThat(ben.visitor().get(local.path("care")).body()).contains("You took on", "Need " + need.code());
    assertThat(ben.visitor().get(local.path("")).body()).contains("You give a ride");
  }

  @Test
  void aHelperIsTheSameUnderEachOfTheirRecords(FoundedLocal local) {
    var gate = Gate.in(local);
    var ben = gate.member("Ben Quill");
    UUID again = gate.neighbour("Ben Quill the second");
    UUID id = gate.hit(gate.neighbour("Rosa Quill"));
    UUID own = gate.hit(again);
    for (UUID hit : List.of(id, own)) {
      local.write(() -> Gate.part(Care.class).ask(hit, Care.Kind.RIDES, Gate.today()));
    }
    UUID need = gate.needs(id).getFirst().id();
    local.write(() -> Gate.part(JdbcClient.class)
        .sql("update defence.need set helper_id = ? where local_id = ? and id = ?")
        .params(again, local.id().value(), need)
        .update());
    local.write(() -> Gate.part(PersonMerge.class).merge(ben.id(), again));
    UUID theirs = gate.needs(own).getFirst().id();
    assertThat(ben.visitor().post(local.path("care/take"), "need", theirs.toString()).location().orElseThrow())
        .as("their own need")
        .endsWith("done=gone");
    assertThat(gate.needs(own).getFirst().helper()).isEmpty();
    assertThat(ben.visitor().get(local.path("care")).body()).contains("You took on");
    var cleo = gate.member("Cleo Quill").visitor();
    assertThat(cleo.post(local.path("care/leave"), "need", need.toString()).location().orElseThrow())
        .as("not hers to give back")
        .doesNotContain("done=left");
    assertThat(gate.needs(id).getFirst().helper()).contains(ben.id());
    assertThat(ben.visitor().post(local.path("care/leave"), "need", need.toString()).location().orElseThrow())
        .endsWith("done=left");
    assertThat(gate.needs(id).getFirst().helper()).isEmpty();
  }

  @Test
  void ofManyWhoTakeANeedOnAtOnceOneHasIt(FoundedLocal local) throws Exception {
    var gate = Gate.in(local);
    UUID id = gate.hit(gate.neighbour("Rosa Quill"));
    local.write(() -> Gate.part(Care.class).ask(id, Care.Kind.MEALS, Gate.today()));
    String need = gate.needs(id).getFirst().id().toString();
    var start = new CountDownLatch(1);
    var hands = new ArrayList<Callable<String>>();
    for (int at = 0; at < 6; at++) {
      Visitor member = local.person(Role.MEMBER).visitor();
      member.get(local.path("care"));
      hands.add(() -> {
        start.await();
        return member.post(local.path("care/take"), "need", need).location().orElseThrow();
      });
    }
    try (var threads = Executors.newFixedThreadPool(6)) {
      var answers = hands.stream().map(threads::submit).toList();
      start.countDown();
      var where = new ArrayList<String>();
      for (var answer : answers) {
        where.add(answer.get());
      }
      assertThat(where).filteredOn(path -> path.endsWith("done=taken")).hasSize(1);
      assertThat(where).filteredOn(path -> path.endsWith("done=gone")).hasSize(5);
    }
    assertThat(Audited.in(local)).filteredOn(entry -> entry.contains("care-taken")).hasSize(1);
  }

  @Test
  void nothingIsSaidOfAFundUntilThereIsOne(FoundedLocal local) {
    var gate = Gate.in(local);
    UUID id = gate.hit(gate.neighbour("Rosa Quill"));
    var organiser = gate.organiser();
    assertThat(organiser.get(gate.at(id, "")).body()).doesNotContain("hardship");
    assertThat(organiser.post(gate.at(id, "/hardship")).status()).isEqualTo(404);
    var fund = new Fund();
    var beans = beans();
    beans.registerSingleton("fundOfATest", fund);
    try {
      assertThat(organiser.get(gate.at(id, "")).body()).contains("Ask the hardship fund", gate.at(id, "/hardship"));
      for (int twice = 0; twice < 2; twice++) {
        assertThat(organiser.post(gate.at(id, "/hardship")).location()).contains(local.path("fund/" + id));
      }
      assertThat(fund.asked).containsOnly(id);
      assertThat(organiser.get(gate.at(id, "")).body())
          .contains("The hardship fund was asked", local.path("fund/" + id))
          .doesNotContain("Ask the hardship fund");
    } finally {
      beans.destroySingleton("fundOfATest");
    }
    assertThat(organiser.get(gate.at(id, "")).body()).doesNotContain("hardship");
  }

  private static DefaultListableBeanFactory beans() {
    return (DefaultListableBeanFactory) WebApplicationContextUtils
        .getRequiredWebApplicationContext(Product.shared().bean(ServletContext.class))
        .getAutowireCapableBeanFactory();
  }

  /** A fund that remembers who asked. */
  private static final class Fund implements HardshipRequests {
    private final List<UUID> asked = new ArrayList<>();

    @Override
    public Optional<String> of(UUID caseId) {
      return asked.contains(caseId) ? Optional.of("fund/" + caseId) : Optional.empty();
    }

    @Override
    public String ask(UUID caseId, UUID person) {
      asked.add(caseId);
      return "fund/" + caseId;
    }
  }

  @Test
  void followsSomebodyWhoWasWrittenDownTwice(FoundedLocal local) {
    var gate = Gate.in(local);
    UUID rosa = gate.neighbour("Rosa Quill");
    UUID again = gate.neighbour("Rosa Quill the second");
    UUID id = gate.hit(again);
    local.write(() -> Gate.part(PersonMerge.class).merge(rosa, again));
    assertThat(gate.now(id).person()).contains(rosa);
    assertThat(local.read(() -> Gate.part(Cases.class).ofPerson(rosa))).hasSize(1);
  }
}
