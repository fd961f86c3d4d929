struct Node {
    Node(int v) : value(v) {}
    int value;
};

void make() {
    Node *n = new Node(1);
    // ruleid: cpp.correctness.object-deleted-as-array
    delete[] n;
    Node *m = new Node(2);
    // ok: cpp.correctness.object-deleted-as-array
    delete m;
    int *numbers = new int[3];
    // ok: cpp.correctness.object-deleted-as-array
    delete[] numbers;
}
