// ruleid: cpp.correctness.missing-virtual-destructor
class Shape {
public:
    virtual double area() const = 0;
    ~Shape();
};

// ok: cpp.correctness.missing-virtual-destructor
class Solid {
public:
    virtual double volume() const = 0;
    virtual ~Solid();
};

// ok: cpp.correctness.missing-virtual-destructor
class Point {
public:
    double x() const;
    ~Point();
};

// ok: cpp.correctness.missing-virtual-destructor
class Mixin {
public:
    virtual void act() = 0;
protected:
    ~Mixin();
};
