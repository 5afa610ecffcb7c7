// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.verify;

import org.groundwork.ballot.internal.message.ElectionText;
import org.groundwork.ballot.internal.message.Trustees;
import org.groundwork.ballot.internal.proof.Context;

/** What there is of an election while votes are cast. */
record Voting(ElectionText election, Trustees trustees, Context context, CredentialTable credentials,
    Ballots ballots) {}
