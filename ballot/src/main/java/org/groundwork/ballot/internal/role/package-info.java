// SPDX-License-Identifier: Apache-2.0
/** What those who run an election do: the credential officer, the trustees, the voters, the returning officer. */
@NullMarked
package org.groundwork.ballot.internal.role;

import org.jspecify.annotations.NullMarked;
