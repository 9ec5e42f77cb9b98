// What a require of any file costs.
