"""Hold the steps that bring an older ledger to the present schema; applied when a ledger is opened for writing."""
