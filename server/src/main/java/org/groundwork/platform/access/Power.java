// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

/** One thing a person may do. Powers are never given alone; they come with a {@link Role} for as long as it is held. */
public enum Power {
  /** See one's own record, report a grievance under one's own name, read the campaigns one takes part in. */
  TAKE_PART,
  /** See the people, units and contacts of the sites in scope; every look is audited. */
  SEE_PEOPLE,
  /** Add and change people, units, contacts and positions of the sites in scope. */
  EDIT_PEOPLE,
  /** Write down conversations with people of the sites in scope, and see one's own people: those one is steward of. */
  TALK,
  /** See how people of the sites in scope stand, what was noted and whom others turn to; give people a steward. */
  ORGANISE,
  /** See what was reported about the sites in scope and write the next step. */
  SEE_GRIEVANCES,
  /** Research targets and networks, confirm and split links. */
  RESEARCH,
  /** Open and run campaigns on the sites in scope. */
  RUN_CAMPAIGNS,
  /** Keep the money: take it in, pay it out, close months. */
  KEEP_MONEY,
  /** See who paid what, and every line of the books with its paper. */
  SEE_MONEY,
  /** Say yes to what somebody else spends, release what is paid out, count with the treasurer. */
  APPROVE_MONEY,
  /** Check the books for the members and sign for a quarter. */
  CHECK_BOOKS,
  /** Decide on requests to the hardship fund. */
  GIVE_AID,
  /** Run polls and elections. */
  RETURN_POLLS,
  /** Give, limit and end mandates; the local's settings. */
  ADMINISTER,
  /** Read the audit log. */
  AUDIT,
  /** Ask for an export of the roll, which a second officer releases. */
  EXPORT_ROLL
}
