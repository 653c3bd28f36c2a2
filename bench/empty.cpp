// The least that starting a C++ program takes.
int main() {}
