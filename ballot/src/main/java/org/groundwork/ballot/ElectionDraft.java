// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundwork.ballot.internal.group.Group;
import org.groundwork.ballot.internal.group.Groups;
import org.groundwork.ballot.internal.json.Compact;
import org.groundwork.ballot.internal.json.Json;
import org.groundwork.ballot.internal.json.Node;
import org.groundwork.ballot.internal.message.ElectionText;
import org.groundwork.ballot.internal.message.Question;
import org.groundwork.ballot.internal.message.Trustees;
import org.groundwork.ballot.internal.message.Written;
import org.groundwork.ballot.internal.role.Base58;
import org.groundwork.ballot.internal.verify.Setup;

/**
 * An election before it has a key: what everybody who prepares it starts from. Public.
 */
public final class ElectionDraft {
  private static final int UUID = 14;
  private final String uuid;
  private final Group group;
  private final boolean forBelenios2;
  private final Texts texts;
  private final List<Question> questions;

  /** What is only to be read. */
  private record Texts(String name, String description, Optional<String> administrator,
      Optional<String> credentialAuthority) {
    private static Texts read(Node node) {
      return new Texts(node.get("name").text(), node.get("description").text(),
          node.find("administrator").map(Node::text), node.find("credential_authority").map(Node::text));
    }
  }

  private ElectionDraft(String uuid, Group group, boolean forBelenios2, Texts texts, List<Question> questions) {
    this.uuid = uuid;
    this.group = group;
    this.forBelenios2 = forBelenios2;
    this.texts = texts;
    this.questions = questions;
  }

  /**
   * A new election.
   *
   * @param template its texts and questions as Belenios has them in a template, in JSON
   * @param group the name of a group; without one Ed25519, or for Belenios 2.0 the one that can do what is asked
   * @param forBelenios2 whether the tool of Belenios 2.0 has to be able to verify it, which does not know Ed25519
   * @throws Refused if a question cannot be asked so, or the group cannot do it
   */
  public static ElectionDraft create(byte[] template, Optional<String> group, boolean forBelenios2,
      Randomness randomness) {
    Node node = Json.read(template)
        .only("name", "description", "questions", "administrator", "credential_authority");
    boolean rankings = node.get("questions").list().stream().anyMatch(each -> each.find("type").isPresent());
    Group chosen = group.map(ElectionDraft::group)
        .orElseGet(() -> !forBelenios2 ? Groups.ED25519 : rankings ? Groups.RFC_3526_2048 : Groups.BELENIOS_2048);
    return of(Base58.random(UUID, randomness), chosen, forBelenios2, node);
  }

  /**
   * A template of these texts and questions, for {@link #create}.
   *
   * @param administrator who runs the election, for voters to read
   * @param credentialAuthority who hands out the credentials, for voters to read
   */
  public static byte[] template(String name, String description, List<Asked> questions, Optional<String> administrator,
      Optional<String> credentialAuthority) {
    var out = new Compact().open('{').name("description").text(description).name("name").text(name);
    out.name("questions").open('[');
    questions.forEach(each -> each.question().write(out));
    out.close(']');
    administrator.ifPresent(each -> out.name("administrator").text(each));
    credentialAuthority.ifPresent(each -> out.name("credential_authority").text(each));
    return out.close('}').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Group group(String name) {
    return Group.named(name)
        .orElseThrow(() -> new Refused(Reason.UNKNOWN_KIND, "group",
            "\"" + name + "\" is not known here; Ed25519, BELENIOS-2048 and RFC-3526-2048 are"));
  }

  private static ElectionDraft of(String uuid, Group group, boolean forBelenios2, Node node) {
    if (forBelenios2 && group.name().equals(Groups.ED25519.name())) {
      throw new Refused(Reason.UNKNOWN_KIND, "group", "Belenios 2.0 does not know Ed25519");
    }
    var questions = new ArrayList<Question>();
    for (Node each : node.get("questions").list()) {
      if (each.find("extra").isPresent()) {
        throw each.refused(Reason.UNKNOWN_KIND,
            "\"extra\", a hint on how to count, is not kept here: leave it out, and name the rule when it is counted");
      }
      if (each.find("type").isPresent()) {
        each.only("type", "value").get("value").only("question", "answers");
        if (!group.hasEmbedding()) {
          throw each.refused(Reason.BAD_QUESTION,
              "the group " + group.name() + " cannot hold rankings; Ed25519 and RFC-3526-2048 can");
        }
      } else {
        each.only("question", "answers", "blank", "min", "max");
      }
      Question question = Question.read(group, each);
      if (question.answers().stream().distinct().count() < question.answers().size()) {
        throw each.refused(Reason.BAD_QUESTION, "the same answer stands twice");
      }
      questions.add(question);
    }
    var draft = new ElectionDraft(uuid, group, forBelenios2, Texts.read(node), questions);
    ElectionText.read(draft.text(uuid, Written.of(group, group.g())).getBytes(StandardCharsets.UTF_8));
    return draft;
  }

  /**
   * Reads one that was written.
   *
   * @throws Refused if it is none
   */
  public static ElectionDraft read(byte[] bytes) {
    Node node = Json.read(bytes)
        .only("draft", "uuid", "group", "belenios_2", "name", "description", "questions", "administrator",
            "credential_authority");
    node.get("draft").number(1, 1);
    return of(node.get("uuid").text(), group(node.get("group").text()), node.get("belenios_2").truth(), node);
  }

  /** Its text. */
  public String write() {
    var out = new Compact().open('{')
        .name("draft")
        .raw("1")
        .name("uuid")
        .plain(uuid)
        .name("group")
        .plain(group.name())
        .name("belenios_2")
        .raw(Boolean.toString(forBelenios2))
        .name("name")
        .text(texts.name())
        .name("description")
        .text(texts.description())
        .name("questions")
        .open('[');
    questions.forEach(each -> each.write(out));
    out.close(']');
    texts.administrator().ifPresent(each -> out.name("administrator").text(each));
    texts.credentialAuthority().ifPresent(each -> out.name("credential_authority").text(each));
    return out.close('}').toString();
  }

  /** What all files of this election are named after: 14 to 64 letters and digits. */
  public String uuid() {
    return uuid;
  }

  /** Its title. */
  public String name() { return texts.name(); }

  /** The name of its group. */
  public String group() { return group.name(); }

  /** Whether the tool of Belenios 2.0 has to be able to verify it. */
  public boolean forBelenios2() {
    return forBelenios2;
  }

  /** What is asked. */
  public List<Asked> questions() { return questions.stream().map(Asked::of).toList(); }

  /** Whether a question asks for a ranking: then ballots are shuffled, and weights cannot be. */
  public boolean asksForRankings() {
    return questions.stream().anyMatch(Question.NonHomomorphic.class::isInstance);
  }

  Group inGroup() { return group; }

  /** The election's text under an identifier and with a key. */
  private String text(String identifier, Written key) {
    return ElectionText.write(identifier, texts.name(), texts.description(), group, key, questions,
        texts.administrator(), texts.credentialAuthority());
  }

  /** The election's text with the key of these trustees, under an identifier. */
  String text(String identifier, Trustees trustees) {
    return text(identifier, Written.of(group, Setup.key(group, trustees)));
  }
}
