<?php
class OrderForm
{
    public function configure($resolver)
    {
        // ruleid: php.security.csrf-protection-off
        $resolver->setDefaults(['data_class' => Order::class, 'csrf_protection' => false]);
        // ok: php.security.csrf-protection-off
        $resolver->setDefaults(['data_class' => Order::class, 'csrf_protection' => true]);
        // ok: php.security.csrf-protection-off
        $resolver->setDefaults(['data_class' => Order::class]);
    }

    public function edit($order)
    {
        // ruleid: php.security.csrf-protection-off
        return $this->createForm(OrderType::class, $order, ['csrf_protection' => false]);
    }
}
