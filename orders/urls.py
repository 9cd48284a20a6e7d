"""Addresses of basket, checkout, payment and orders."""

from django.urls import path

from .views import basket, checkout, following, own_data, paying

app_name = "orders"

urlpatterns = [
    path("basket/", basket.basket, name="basket"),
    path("basket/design/<str:key>/", basket.put_design, name="add_design"),
    path("basket/piece/", basket.put_piece, name="add_piece"),
    path("basket/<int:pk>.svg", basket.picture, name="basket_picture"),
    path("checkout/", checkout.checkout, name="checkout"),
    path("till/<str:key>/", paying.till, name="till"),
    path("stripe/webhook/", paying.stripe_webhook, name="stripe_webhook"),
    path("orders/<str:signed>/", following.track, name="tracking"),
    path("orders/<str:signed>/thanks/", following.confirmation, name="confirmation"),
    path("orders/<str:signed>/pay/", paying.pay, name="pay"),
    path("orders/<str:signed>/paid/<str:key>/", paying.payment_return, name="payment_return"),
    path("orders/<str:signed>/<int:number>.svg", following.picture, name="picture"),
    path("orders/<str:signed>/<int:number>/mine.svg", following.own_picture, name="own_picture"),
    path("account/orders/", following.mine, name="mine"),
    path("account/data/", own_data.own_data, name="own_data"),
    path("account/data/toile-my-data.json", own_data.download, name="own_data_file"),
    path("account/data/delete/", own_data.close, name="close"),
]
