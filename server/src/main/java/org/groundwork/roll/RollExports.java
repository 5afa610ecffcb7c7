// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;

/**
 * Exports of the roll. One officer asks and says why; another one, with another account in another browser, sees exactly
 * what is asked for and releases it; who asked fetches it once within a day. Where there is no other officer everybody
 * is told, and it opens after a day. The log says criteria and counts. Runs inside the caller's transaction.
 */
public final class RollExports {
  /** Requests that wait or are open at the most. */
  static final int MOST_OPEN = 5;

  private final ExportRequests requests;
  private final RollFile files;
  private final Ids ids;
  private final Mandates mandates;
  private final Audit audit;

  RollExports(ExportRequests requests, RollFile files, Ids ids, Mandates mandates, Audit audit) {
    this.requests = requests;
    this.files = files;
    this.ids = ids;
    this.mandates = mandates;
    this.audit = audit;
  }

  /** Texts in the language of who fetches the file. */
  @FunctionalInterface
  public interface Words {
    /** The text of a message key. */
    String of(String key, Object... arguments);
  }

  /** What came of asking. */
  public sealed interface Asked {
    /** It is asked for. */
    record Yes(UUID export) implements Asked {}

    /** It is not. */
    record No(RollExport.Refusal why) implements Asked {}
  }

  /** What came of fetching. */
  public sealed interface Fetched {
    /** The file; there is no second one. */
    record File(byte[] bytes) implements Fetched {}

    /** Nothing was made. */
    record No(RollExport.Refusal why) implements Fetched {}
  }

  /** How many people the criteria name now. */
  public int count(RollCriteria criteria) { return files.count(criteria); }

  /** Asks for an export. */
  public Asked ask(RollCriteria criteria, String purpose, byte[] browser) {
    var actor = asker(criteria);
    if (requests.open() >= MOST_OPEN) {
      return new Asked.No(RollExport.Refusal.TOO_MANY_OPEN);
    }
    int people = files.count(criteria);
    if (people > RollFile.MOST) {
      return new Asked.No(RollExport.Refusal.TOO_MANY);
    }
    UUID id = ids.random();
    requests.enter(new ExportRequests.Fresh(id, actor.person(), actor.account(), browser, criteria, purpose, people,
        alone(actor.person())));
    audit.record("roll-export-asked", new SubjectRef("roll-export", id), criteria.audited() + ", " + people
        + " people");
    return new Asked.Yes(id);
  }

  /** Releases an export, as the second officer, who saw {@code hash}. */
  public Optional<RollExport.Refusal> release(UUID export, String hash, byte[] browser) {
    var officer = officer();
    var found = requests.lock(export);
    if (found.isEmpty() || !found.get().waits()) {
      return Optional.of(RollExport.Refusal.GONE);
    }
    var request = found.get();
    if (request.shown().askedBy().equals(officer.person()) || request.account().equals(officer.account())) {
      return Optional.of(RollExport.Refusal.SAME_OFFICER);
    }
    if (Arrays.equals(request.browser(), browser)) {
      return Optional.of(RollExport.Refusal.SAME_DEVICE);
    }
    if (!request.shown().hash().equals(hash) || !sound(request.shown())) {
      return Optional.of(RollExport.Refusal.OTHER_CRITERIA);
    }
    requests.release(export, officer.person());
    audit.record("roll-export-released", new SubjectRef("roll-export", export), request.shown().criteria().audited());
    return Optional.empty();
  }

  /** Stops an export; any officer may, also who asked. */
  public Optional<RollExport.Refusal> stop(UUID export) {
    officer();
    if (!requests.stop(export)) {
      return Optional.of(RollExport.Refusal.GONE);
    }
    audit.record("roll-export-stopped", new SubjectRef("roll-export", export), "");
    return Optional.empty();
  }

  /** Makes the file for who asked for it, once. */
  public Fetched fetch(UUID export, Words words) {
    var found = requests.lock(export);
    if (found.isEmpty() || !mine(found.get())) {
      throw new NotAllowed(NotAllowed.Reason.NOT_FOUND);
    }
    var request = found.get().shown();
    asker(request.criteria());
    var refused = mayNotYet(found.get());
    if (refused.isPresent()) {
      return new Fetched.No(refused.get());
    }
    var made = files.make(request.criteria(), words);
    requests.fetched(export, made.people());
    audit.record("roll-exported", new SubjectRef("roll-export", export), request.criteria().audited() + ", "
        + made.people() + " people");
    return new Fetched.File(made.file());
  }

  private static boolean mine(ExportRequests.Stored request) {
    var actor = Callers.actor();
    return request.shown().askedBy().equals(actor.person()) && request.account().equals(actor.account());
  }

  private Optional<RollExport.Refusal> mayNotYet(ExportRequests.Stored request) {
    return switch (request.shown().stage()) {
      case RollExport.Stage.Waiting _,RollExport.Stage.Announced _ -> Optional.of(RollExport.Refusal.TOO_EARLY);
      case RollExport.Stage.Fetched _,RollExport.Stage.Over _ -> Optional.of(RollExport.Refusal.GONE);
      case RollExport.Stage.Open _ when !sound(request.shown()) -> Optional.of(RollExport.Refusal.OTHER_CRITERIA);
      case RollExport.Stage.Open _ when !request.released() && !alone(request.shown().askedBy()) ->
        Optional.of(RollExport.Refusal.TOO_EARLY);
      case RollExport.Stage.Open _ -> Optional.empty();
    };
  }

  /** Whether the criteria still are those that the hash was made of. */
  private static boolean sound(RollExport request) {
    return request.hash()
        .equals(HexFormat.of()
            .formatHex(request.criteria().hash(request.id(), request.askedBy(), request.purpose())));
  }

  /** What is asked for, open, or was fetched in the last week, newest first. */
  public List<RollExport> current() {
    return requests.current().stream().map(this::asItIs).toList();
  }

  /** One of them. */
  public Optional<RollExport> find(UUID export) { return requests.find(export).map(this::asItIs); }

  /** An export that opened for want of another officer waits again once there is one. */
  private RollExport asItIs(ExportRequests.Stored stored) {
    var shown = stored.shown();
    boolean waits = shown.stage() instanceof RollExport.Stage.Open && !stored.released() && !alone(shown.askedBy());
    boolean early = shown.stage() instanceof RollExport.Stage.Announced && !alone(shown.askedBy());
    return waits || early
        ? ExportRequests.at(shown, new RollExport.Stage.Waiting())
        : shown;
  }

  /** Whether there is nobody to release what this officer asks for. */
  public boolean alone(UUID officer) {
    return mandates.otherOfficers(officer, 1) == 0;
  }

  /** Whether the caller holds an office that this session may exercise. */
  public static boolean isOfficer(Caller.Actor actor) {
    return actor.withheld().isEmpty() && actor.mandates().stream().anyMatch(mandate -> mandate.role() != Role.MEMBER);
  }

  private static Caller.Actor officer() {
    var actor = Callers.actor();
    if (!isOfficer(actor)) {
      throw new NotAllowed(NotAllowed.Reason.ROLE);
    }
    return actor;
  }

  private static Caller.Actor asker(RollCriteria criteria) {
    var actor = Callers.actor();
    boolean within = criteria.site().isPresent()
        ? actor.may(Power.EXPORT_ROLL, criteria.site().get())
        : actor.reachOf(Power.EXPORT_ROLL).filter(Reach.WholeLocal.class::isInstance).isPresent();
    if (!within) {
      throw new NotAllowed(NotAllowed.Reason.ROLE);
    }
    return actor;
  }

  /** Forgets requests after a year; the log keeps that there were some. */
  int forgetOld() {
    return requests.forgetOld();
  }
}
