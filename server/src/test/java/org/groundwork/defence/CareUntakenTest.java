// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.audit.Audited;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Upload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is needed and nobody took on is not lost; what is not needed any more, or does not belong there, can go. */
@ExtendWith(ProductExtension.class)
class CareUntakenTest {
  private static final byte[] LETTER = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(US_ASCII);

  private static Care.Need ask(Gate gate, UUID hit, int days) {
    gate.local().write(() -> Gate.part(Care.class).ask(hit, Care.Kind.RIDES, Gate.today().plusDays(days)));
    return gate.needs(hit).getLast();
  }

  @Test
  void whatNobodyHasStandsOnTheFirstScreenOfWhoeverWorksOnIt(FoundedLocal local) {
    var gate = Gate.in(local);
    UUID id = gate.hit(gate.neighbour("Rosa Quill"));
    local.write(() -> Gate.part(CaseNotes.class).answer(id, java.util.Optional.empty(), "We call him", Gate.today()));
    var need = ask(gate, id, 2);
    var ben = gate.member("Ben Quill");
    assertThat(gate.organiser().get(local.path("")).body()).doesNotContain("nobody has it");
    Gate.nextDay(1);
    assertThat(gate.organiser().get(local.path("")).body()).contains("Needed tomorrow, and nobody has it",
        gate.at(id, ""));
    assertThat(gate.again(ben).get(local.path("")).body()).as("a member").doesNotContain("nobody has it");
    var elsewhere = gate.officer(Role.ORGANISER, Gate.building(local, "2 Elsewhere Row"));
    assertThat(elsewhere.visitor().get(local.path("")).body()).doesNotContain("nobody has it");
    Gate.nextDay(1);
    assertThat(gate.organiser().get(local.path("")).body()).contains("Needed today, and nobody has it");
    Gate.nextDay(1);
    var organiser = gate.organiser();
    assertThat(organiser.get(local.path("")).body()).contains("Something was needed, and nobody had it");
    assertThat(organiser.get(gate.at(id, "")).body()).contains("Nobody had it");
    organiser.post(local.path("care/off"), "need", need.id().toString());
    assertThat(organiser.get(local.path("")).body()).doesNotContain("nobody had it");
  }

  @Test
  void whatIsNotNeededAnyMoreIsCalledOffAndItsHelperLearnsIt(FoundedLocal local) {
    var gate = Gate.in(local);
    var ana = gate.member("Ana Quill");
    var ben = gate.member("Ben Quill");
    UUID id = gate.hit(ana.id());
    var need = ask(gate, id, 1);
    ben.visitor().post(local.path("care/take"), "need", need.id().toString());
    assertThat(ben.visitor().post(local.path("care/off"), "need", need.id().toString()).status())
        .as("not the helper's to say")
        .isEqualTo(404);
    for (int twice = 0; twice < 2; twice++) {
      ana.visitor().post(local.path("care/off"), "need", need.id().toString());
    }
    assertThat(ben.visitor().get(local.path("care")).body()).contains("Not needed any more")
        .doesNotContain("You took on");
    assertThat(ben.visitor().get(local.path("")).body()).doesNotContain("You give a ride");
    ben.visitor().post(local.path("care/done"), "need", need.id().toString());
    assertThat(gate.needs(id).getFirst().doneOn()).isEmpty();
    assertThat(ana.visitor().get(gate.at(id, "")).body()).contains("Not needed any more");
    assertThat(Audited.in(local)).filteredOn(entry -> entry.contains("care-called-off")).hasSize(1);
  }

  @Test
  void aHelperWhoDoesNotAnswerIsFreedForSomebodyElse(FoundedLocal local) {
    var gate = Gate.in(local);
    var ben = gate.member("Ben Quill");
    UUID id = gate.hit(gate.neighbour("Rosa Quill"));
    var need = ask(gate, id, 1);
    ben.visitor().post(local.path("care/take"), "need", need.id().toString());
    var cleo = gate.member("Cleo Quill");
    assertThat(cleo.visitor().post(local.path("care/free"), "need", need.id().toString()).status()).isEqualTo(404);
    gate.organiser().post(local.path("care/free"), "need", need.id().toString());
    assertThat(gate.needs(id).getFirst().helper()).isEmpty();
    assertThat(cleo.visitor().get(local.path("care")).body()).contains("Need " + need.code());
    assertThat(gate.organiser().get(local.path("")).body()).contains("Needed tomorrow, and nobody has it");
  }

  @Test
  void aWrongPhotoIsRemovedByThoseWhoSeeTheCase(FoundedLocal local) {
    var gate = Gate.in(local);
    var ana = gate.member("Ana Quill");
    UUID id = gate.hit(ana.id());
    ana.visitor()
        .upload(gate.at(id, "/evidence"), new Upload("files", "letter.pdf", LETTER), "once",
            Gate.once(ana.visitor().get(gate.at(id, ""))));
    UUID file = local.read(() -> Gate.part(CaseEvidence.class).of(id)).getFirst().id();
    String remove = gate.at(id, "/files/" + file + "/remove");
    assertThat(gate.member("Ben Quill").visitor().post(remove).status()).isEqualTo(404);
    UUID other = gate.hit(ana.id());
    ana.visitor().post(gate.at(other, "/files/" + file + "/remove"));
    assertThat(local.read(() -> Gate.part(CaseEvidence.class).of(id))).as("through another case").hasSize(1);
    for (int twice = 0; twice < 2; twice++) {
      assertThat(ana.visitor().post(remove).status()).isEqualTo(303);
    }
    assertThat(local.read(() -> Gate.part(CaseEvidence.class).of(id))).isEmpty();
    assertThat(Audited.in(local)).filteredOn(entry -> entry.contains("case-evidence-removed")).hasSize(1);
  }
}
