<?php
class UserController
{
    // ruleid: php.security.mass-assignment
    protected $guarded = [];

    public function store($request, $user)
    {
        // ruleid: php.security.mass-assignment
        User::create($request->all());
        // ruleid: php.security.mass-assignment
        $user->update($request->all());
        // ok: php.security.mass-assignment
        User::create($request->only(['name', 'email']));
        // ok: php.security.mass-assignment
        $user->update($request->validated());
    }
}
