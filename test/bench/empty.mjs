// What an import of any file costs.
export {}
