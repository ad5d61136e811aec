export interface Paper {
    readonly field: string;  // "f.papers"
    readonly name: string;
    readonly bytes: Blob;
}
