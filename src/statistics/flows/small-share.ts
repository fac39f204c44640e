/** Share from which trips that are known only as elsewhere matter: below it, a flow is said without "at least". */
export const smallShare = 0.01;
